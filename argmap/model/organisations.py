"""Words by which the name of an organisation is told from that of a person."""

from typing import Final

_ENGLISH: Final = """
    academy administration advisors advisory africa agency alliance america analytics archive
    archives army asia assembly associates association australia authority bank board britain
    broadcasting bureau canada center centre chamber church city clinic club coalition
    collaboration college commission committee community company confederation congress
    consortium consultants consulting contributors corporation council county court democracy
    department development directorate district division economics economy editor editorial
    editors education energy england enterprise environment environmental europe european
    exchange executive factory faculty federal federation finance financial firm forces forum
    foundation fund germany global government group guild health herald hospital house
    housing human inc india industries industry information initiative inquiry inspectorate
    institute institution insurance international japan journal judiciary justice kingdom
    laboratories laboratory law league legislature library limited ltd magazine media
    metropolitan ministry monetary monitor museum nation national nations navy network news
    newspaper observatory office organisation organization parliament parish partners
    partnership party planning police policy post press product products programme program
    project province public publications publishers publishing railway railways registry
    regulator republic research resources reporters review rights royal school science
    sciences scotland secretariat securities senate service services social society solutions
    staff standard standards state states statistics strategy studies study survey syndicate
    system systems taskforce team technical technology technologies telegraph television times
    today town trade transparency transport transportation treasury treaty tribune tribunal
    trust union unit united university village wales watch weekly welfare works workshop world
"""
_OTHER: Final = """
    abteilung agence akademie akademien allgemeine amt anstalt arbeitskreis asociación
    associação association associazione ausschuss autorité ayuntamiento bahn bahnen behörde
    bibliothek bibliothèque bundesamt bundesanstalt bundesbank bundesrat bundesregierung
    bundestag büro centro comisión comité commissariat commune conseil consejo corte
    cour département deutsche deutscher deutsches direction dirección dienst
    europäische europäischer europäisches federación federazione fondation forschung forum
    fundación fundação gemeente gemeinde gericht gesellschaft gouvernement governo gruppe
    hochschule institut instituto instituut istituto kammer kommission konzern kreis land
    landesamt landtag ministère ministerie ministerium ministerio ministero ministerstwo
    museo musée myndigheten nachrichten nationale nazionale nederlandse observatoire
    organisation organización partei parti partido politecnico politechnika presse provincia
    préfecture radio rat rathaus redaktion regering regierung république riksbank riksdag
    sociedad société società stadt statens statistik statistisches stiftung sveriges
    syndicat tageblatt tribunal uniwersytet universidad universidade universität université
    università universitet universiteit universitetet verband verein vereinigung verkehr
    verlag verwaltung ville wirtschaft zeitschrift zeitung zentrum zentralbank
"""
_FORMS: Final = "ab ag as asa bv co corp gmbh inc kg llc llp ltd nv oy plc sa sarl se spa srl"
_ARTICLES: Final = "the der die das le la les el il los las al het"

WORDS: Final = frozenset(f"{_ENGLISH} {_OTHER} {_FORMS} {_ARTICLES}".split())
"""In lower case. A name with one of them is kept whole, so that too many do little harm.

Articles are among them: `The Guardian`, `Die Zeit`. Particles of names are written small.
"""
