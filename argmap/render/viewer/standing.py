"""How the boxes of a viewer stand: the tree and the faces of its picture with all lines drawn."""

from attrs import frozen

from argmap.render.courses import plan_courses
from argmap.render.face import Face
from argmap.render.frames import find_frames
from argmap.render.lanes import count_lines, room_for_ports
from argmap.render.layout import make_faces, with_attacks_at_their_sides
from argmap.render.scene import Scene
from argmap.render.tree import Tree, grow_tree


@frozen
class Standing:
    """How boxes stand.

    Attributes:
        tree: which box hangs on which, attacks at the sides of what they attack.
        faces: what is written in each box.
        is_framed: whether neighbours of one section are framed; which they are depends on what
            its reader folds.
    """

    tree: Tree
    faces: list[Face]
    is_framed: bool = False


def stand(scene: Scene, *, frames: bool | None = None) -> Standing:
    """Return how the boxes of a scene stand in a viewer, as `layout.place` has them."""
    tree = grow_tree(scene)
    plan = plan_courses(scene, tree, "draw")
    faces = make_faces(scene, plan, room_for_ports(count_lines(plan.courses, len(scene.boxes))))
    heights = [face.height for face in faces]
    tree = with_attacks_at_their_sides(scene, tree, plan.courses, heights)
    is_framed = frames is not False and bool(find_frames(scene, tree, always=bool(frames)))
    return Standing(tree, faces, is_framed)
