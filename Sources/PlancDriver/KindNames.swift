import PlancBind
import PlancMarkup
import PlancSchema

/// The kind of thing that a word means, be it in another language, in the plural or nearly right; nil when there is none.
public func kind(named word: String) -> EntityKind? { AliasedNames.kind(word).flatMap { Schema[$0]?.entity } }
