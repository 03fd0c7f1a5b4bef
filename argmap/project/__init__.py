"""What lies on the disk: the project, its configuration, its maps, and writing back."""

from argmap.project.bibliographies import OnDisk, joined
from argmap.project.changing import ChangedFile, path_of, write_changed
from argmap.project.configuration import (
    Configuration,
    Direction,
    FailOn,
    RenderConfiguration,
    Theme,
)
from argmap.project.configuration_file import read_configuration
from argmap.project.discovery import MapOnDisk, Project, claim_files, find_project, maps_at, maps_of
from argmap.project.disk import decoded, holds, read_text_file, shown, write_bytes, write_text
from argmap.project.earlier import Earlier, load_earlier
from argmap.project.fixing import fixed_files
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
