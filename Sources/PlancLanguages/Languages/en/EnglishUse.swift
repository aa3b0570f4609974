extension UseWords {
    static let english: UseWords = {
        var words = UseWords()
        words.uses = ["use", "consult", "visit"]
        words.calls = ["call", "phone", "telephone", "ring", "dial", "contact", "reach", "text"]
        words.asks = ["ask", "tell", "inform", "warn", "alert", "fetch", "wake"]
        words.acts = [
            "write", "send", "read", "look", "search", "post", "publish", "announce", "enter", "log", "find", "share",
        ]
        words.means = ["by", "on", "via", "over", "through", "in", "with", "using", "to", "into"]
        words.articles = ["the", "our", "your", "this", "a", "an"]
        words.leads = ["please", "and", "then", "also", "first", "now", "always", "must", "should", "can"]
        words.joints = [
            "that", "what", "which", "who", "whom", "whose", "where", "when", "while", "until", "why", "how",
        ]
        return words
    }()
}
