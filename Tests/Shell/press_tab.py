"""Presses Tab at the end of a command line in an interactive shell that knows planc's completions.

Usage: press_tab.py FOLDER_OF_PLANC WORKING_FOLDER LINE [bash|zsh]
Prints every word of the line that came of it, as <word>.
"""
import os
import pty
import select
import sys
import time

folder_of_planc, working_folder, line = sys.argv[1:4]
shell = sys.argv[4] if len(sys.argv) > 4 else "bash"
START = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], b"stty -echo; bind 'set enable-bracketed-paste off'; PS1=; eval \"$(planc completions bash)\""),
    # What -f leaves out would be read from the home of whoever runs this.
    "zsh": (["zsh", "-f", "-i"], b"PS1=; autoload -Uz compinit; compinit -u -D; source <(planc completions zsh); bindkey -e; unset zle_bracketed_paste"),
}
command, start = START[shell]
child, terminal = pty.fork()
if child == 0:
    os.chdir(working_folder)
    os.environ.update(PATH=folder_of_planc + ":" + os.environ["PATH"], PS1="", TERM="dumb" if shell == "bash" else "xterm",
                      COLUMNS="500", INPUTRC="/dev/null", HISTFILE="")
    os.execvp(command[0], command)

said = b""


def wait_for(mark, seconds=30):
    """Reads until the mark was said after what was read before."""
    global said
    start = len(said)
    end = time.time() + seconds
    while mark not in said[start:] and time.time() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                said += os.read(terminal, 65536)
            except OSError:
                break
    return said[start:]


os.write(terminal, start + b"; echo rea''dy\n")
wait_for(b"ready")
# Ctrl-A, and the words behind become arguments that are printed.
os.write(terminal, line.encode() + b"\t\x01printf 'words:'; printf '<%s>' \x05; echo :do''ne\n")
words = wait_for(b":done")
print(words.rsplit(b"words:", 1)[-1].split(b":done")[0].decode(), end="")
os.write(terminal, b"exit\n")
