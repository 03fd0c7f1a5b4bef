"""What lies on the disk: the project, its configuration, its maps, and writing back."""

from typing import TYPE_CHECKING, Final

from argmap.late import late_names
from argmap.project.bibliographies import OnDisk, joined
from argmap.project.configuration import (
    Configuration,
    Direction,
    FailOn,
    RenderConfiguration,
    Theme,
)
from argmap.project.discovery import MapOnDisk, Project, claim_files, find_project, maps_at, maps_of
from argmap.project.disk import decoded, holds, read_text_file, shown, write_bytes, write_text
from argmap.project.loaded import LoadedMap
from argmap.project.loading import (
    bibliographies_of,
    load,
    load_map,
    load_maps,
    load_texts,
    loads,
    reviews_of,
)

if TYPE_CHECKING:
    from argmap.project.changing import ChangedFile, path_of, write_changed
    from argmap.project.configuration_file import read_configuration
    from argmap.project.earlier import Earlier, load_earlier
    from argmap.project.fixing import fixed_files
    from argmap.project.pictures import Picture, left_over, pictures_of, sections_of
    from argmap.project.saving import dumps, save

__all__ = [
    "ChangedFile",
    "Configuration",
    "Direction",
    "Earlier",
    "FailOn",
    "LoadedMap",
    "MapOnDisk",
    "OnDisk",
    "Picture",
    "Project",
    "RenderConfiguration",
    "Theme",
    "bibliographies_of",
    "claim_files",
    "decoded",
    "dumps",
    "find_project",
    "fixed_files",
    "holds",
    "joined",
    "left_over",
    "load",
    "load_earlier",
    "load_map",
    "load_maps",
    "load_texts",
    "loads",
    "maps_at",
    "maps_of",
    "path_of",
    "pictures_of",
    "read_configuration",
    "read_text_file",
    "reviews_of",
    "save",
    "sections_of",
    "shown",
    "write_bytes",
    "write_changed",
    "write_text",
]

_OWNERS: Final = {
    "argmap.project.changing": ("ChangedFile", "path_of", "write_changed"),
    "argmap.project.configuration_file": ("read_configuration",),
    "argmap.project.earlier": ("Earlier", "load_earlier"),
    "argmap.project.fixing": ("fixed_files",),
    "argmap.project.pictures": ("Picture", "left_over", "pictures_of", "sections_of"),
    "argmap.project.saving": ("dumps", "save"),
}
"""Most runs read what is on the disk now, and change nothing."""

if not TYPE_CHECKING:
    __getattr__ = late_names(__name__, _OWNERS)
