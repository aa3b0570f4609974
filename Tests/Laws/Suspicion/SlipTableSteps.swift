/// Whole steps that became words of another one, and what stood in the way of a time or a role.
extension SlipTable {
    static let steps = heads.map { Entry("step", step, $0) }

    private static let step = #"- \[ \] (T\+\S+) (@\S+) ([^\n]+)"#

    private static let heads = [
        "- [ ] $1 $2 $3\n  -", "- [ ] $1 $2 $3\n  ---", "- [ ] $1 $2 $3\n  =====",
        "- [ ] $1 $2 $3\n  Achtung!\n  ========",
        "TODO: $1 $2 $3", "URGENT $1 $2 $3", "Then $1 $2 $3", "- Then $1 $2 $3", "- [ ] Then $1 $2 $3",
        "- [ ] T0 $2 Wait. $1 $2 $3", "- [ ] T0 $2 Wait [ ] $1 $2 $3", "- [ ] T0 $2 Wait. Then $1 $2 $3",
        "- **[ ]** $1 $2 $3", "- `[ ]` $1 $2 $3", "- [ja] $1 $2 $3", "- [fait] $1 $2 $3", "~~- [ ] $1 $2 $3~~",
        "- $3 ($1, $2)", "1. $3 ($1, $2)",
        "- [ ] 8. $1 $2 $3", "- [ ] Step 8: $1 $2 $3", "- [ ] ☐ $1 $2 $3", "- [ ] ~$1 $2 $3", "- [ ] max. $1 $2 $3",
        "- [ ] X+4h $2 $3", "- [ ] T=0 $2 $3", "- [ ] um 14 Uhr $2 $3", "- [ ] sofort $2 $3", "- [ ] sous 72 h $2 $3",
        "- [ ] within 4 hours $2 $3", "- [ ] at once $2 $3",
        "- [ ] $1 $2. $3", "- [ ] $1 $2 ; $3", "- [ ] $1 $2’s $3", "- [ ] $1 $2 ?? $3", "- [ ] $1 $2 ? $3",
        "- [ ] $1 $2 ? $3\n  - yes: wait", "- [ ] $1 $2 ? $3\n  - yes:\n  - no:", "- [ ] $1 $2 „$2“ $3",
        "- [ ] T+1 h 30 $2 $3", "- [ ] from $1 $2 $3", "- [ ]", "- [ ] $1 $2 $3\n- [ ] $1 $2 $3",
    ]
}
