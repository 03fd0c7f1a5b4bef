"""A real editor, without a screen, and the real server."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="needs pygls")

NEOVIM = shutil.which("nvim")

# Opens a file, waits for what is wrong, mistypes, takes the fix, renames, and tells all of it.
SCRIPT = """
local start = vim.lsp.start_client or vim.lsp.start
local server = vim.fn.json_decode(vim.env.SERVER)
local id = start({name = "argmap", cmd = server, root_dir = vim.fn.getcwd()})
vim.cmd("edit claims/city/0-map.yaml")
vim.lsp.buf_attach_client(0, id)
local told = {}
local function wait(wanted)
  vim.wait(30000, function()
    for _, one in ipairs(vim.diagnostic.get(0)) do
      if one.code == wanted then return true end
    end
  end)
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.code == wanted then table.insert(told, {wanted, one.lnum, one.col, one.end_col}) end
  end
end
local function ask(method, params)
  return vim.lsp.buf_request_sync(0, method, params, 30000)[id].result
end
wait("unsupported-claim")
vim.api.nvim_buf_set_lines(0, 8, 9, false, {"    supporting: [cutz]"})
wait("unresolved-reference")
vim.api.nvim_win_set_cursor(0, {9, 18})
local here = vim.lsp.util.make_range_params(0, "utf-16")
here.context = {diagnostics = {}, only = {"quickfix"}}
vim.lsp.util.apply_workspace_edit(ask("textDocument/codeAction", here)[1].edit, "utf-16")
table.insert(told, vim.api.nvim_buf_get_lines(0, 8, 9, false)[1])
local place = vim.lsp.util.make_position_params(0, "utf-16")
place.newName = "fewer-cars"
vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", place), "utf-16")
table.insert(told, vim.fn.search("^  fewer-cars:", "n"))
io.stdout:write(vim.fn.json_encode(told))
vim.cmd("qa!")
"""


@pytest.mark.skipif(NEOVIM is None, reason="needs Neovim")
def test_neovim_shows_fixes_and_renames(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "try.lua"
    script.write_text(SCRIPT)
    monkeypatch.setenv("SERVER", json.dumps([sys.executable, "-m", "argmap", "lsp"]))
    for variable in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "xdg"))
    command = [str(NEOVIM), "--headless", "-u", "NONE", "-i", "NONE", "-c", f"luafile {script}"]
    done = subprocess.run(command, cwd=project, capture_output=True, timeout=120, check=True)
    assert json.loads(done.stdout.decode().splitlines()[-1]) == [
        ["unsupported-claim", 16, 2, 7],
        ["unresolved-reference", 8, 17, 21],
        "    supporting: [cuts]",
        19,
    ]
