"""What lies on the disk: the project, its configuration, its maps, and writing back."""

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
from argmap.project.fixing import FixedFile, fixed_files, write_fixed
from argmap.project.loading import LoadedMap, load, load_map, load_maps, load_texts, loads
from argmap.project.pictures import Picture, left_over, pictures_of, sections_of
from argmap.project.saving import dumps, save

__all__ = [
    "Configuration",
    "Direction",
    "Earlier",
    "FailOn",
    "FixedFile",
    "LoadedMap",
    "MapOnDisk",
    "Picture",
    "Project",
    "RenderConfiguration",
    "Theme",
    "claim_files",
    "decoded",
    "dumps",
    "find_project",
    "fixed_files",
    "holds",
    "left_over",
    "load",
    "load_earlier",
    "load_map",
    "load_maps",
    "load_texts",
    "loads",
    "maps_at",
    "maps_of",
    "pictures_of",
    "read_configuration",
    "read_text_file",
    "save",
    "sections_of",
    "shown",
    "write_bytes",
    "write_fixed",
    "write_text",
]
