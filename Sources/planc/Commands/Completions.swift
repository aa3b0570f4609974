import ArgumentParser

struct Completions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        _superCommandName: Planc.name,
        abstract: said(
            "The completion script of a shell: names, options, and the ids of your plan."),
        discussion: """
            bash: planc completions bash > ~/.local/share/bash-completion/completions/planc
            zsh:  planc completions zsh > a folder of $fpath, as _planc
            fish: planc completions fish > ~/.config/fish/completions/planc.fish
            """)

    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish

        var argumentParserShell: CompletionShell {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    @Argument(help: .said("bash, zsh or fish."))
    var shell: Shell
    @OptionGroup var language: LanguageOption

    func run() {
        let script = Planc.completionScript(for: shell.argumentParserShell) + "\n"
        Terminal.write(Array((script + (shell == .bash ? Self.wholeWords : "")).utf8))
    }

    /// bash cuts words at `:` and `=`, and ids of plans have them (`role:press`, `field=value`): the words are put together
    /// for the completion, and of what it offers bash gets the piece behind the last cut.
    private static let wholeWords = #"""

        __planc_whole_words() {
            local -a whole=()
            local -i i last=-1 at=0
            local rest="${COMP_LINE}" trimmed word
            for ((i = 0; i < ${#COMP_WORDS[@]}; i++)); do
                word="${COMP_WORDS[i]}"
                trimmed="${rest#"${rest%%[![:space:]]*}"}"
                if ((last >= 0)) && [[ -n "${word}" && "${trimmed}" = "${rest}" ]]; then
                    whole[last]+="${word}"
                else
                    whole[++last]="${word}"
                fi
                rest="${trimmed#"${word}"}"
                ((i == COMP_CWORD)) && at=last
            done
            local -a COMP_WORDS=("${whole[@]}")
            local -i COMP_CWORD=at
            local typed="${whole[at]}" before=""
            ((at > 0)) && before="${whole[at - 1]}"
            _planc "${whole[0]}" "${typed}" "${before}"
            local cut="${typed%"${typed##*[:=]}"}"
            local reply
            for reply in "${COMPREPLY[@]}"; do
                case "${reply}" in
                *:* | *=) compopt +o filenames 2>/dev/null ;;
                esac
                [[ "${reply}" = *= ]] && compopt -o nospace 2>/dev/null
            done
            [[ -n "${cut}" && "${COMP_WORDBREAKS}" = *[:=]* ]] && COMPREPLY=("${COMPREPLY[@]#"${cut}"}")
            return 0
        }

        complete -o filenames -F __planc_whole_words planc

        """#
}
