import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// A kind of thing, declared once: what it is called, how it is written, its keys, and where things of the kind lie in the
/// plan.
public protocol KindDeclaration: Sendable {
    var facts: KindFacts { get }

    /// Makes things of what was read.
    ///
    /// - Parameter read: the thing at a place, from 0 to `count`; nil for one that is left out.
    /// - Returns: what `store` takes.
    func things(_ count: Int, _ read: (Int) -> ReadThing?) -> any Sendable

    /// Puts things into a plan, in order.
    func store(_ pieces: [any Sendable], in plan: inout Plan)

    /// The things of a plan as they would be written.
    func written(in plan: Plan) -> [WrittenThing]

    /// What one thing of the kind says under a key, as it would be written; nil for nothing, and for a thing of another kind.
    ///
    /// - Parameter key: the place of the key among those of the kind.
    func value(of key: Int, in thing: Any) -> FormValue?

    /// What the model makes of values, as it would be written.
    func reread(_ fields: [FormValue.Field]) -> [FormValue.Field]

    /// The same plan with a key of one of its things saying something else.
    ///
    /// - Parameters:
    ///   - key: the place of the key among those of the kind.
    ///   - thing: the place of the thing among those of its kind.
    func setting(_ key: Int, to value: FormValue, of thing: Int, in plan: Plan) -> Plan
}

/// What is known of a kind without its type in the model.
public struct KindFacts: Sendable {
    public var entity: EntityKind
    /// What authors call it, with its article: "a role", « un rôle ».
    public var noun: Phrase
    /// The same without the article.
    public var name: Phrase
    /// One line on what such files are for.
    public var summary: Phrase
    /// The plural that names a registry, and the key that its entries are under; nil where there are none.
    public var registry: String?
    /// Whether a file may hold one such thing, with its body (`kind: role`).
    public var standsAlone: Bool
    /// Whether other files can name it; the plan and its vocabulary have no ids.
    public var hasID: Bool
    public var keys: [KeySchema]
}

/// One thing as it was read, before it has the type of the model.
public struct ReadThing {
    public var id: String
    public var nameSpan: Span
    public var span: Span
    public var fields: [FormValue.Field]
    public var texts: any BodyReading

    public init(id: String, nameSpan: Span, span: Span, fields: [FormValue.Field], texts: any BodyReading) {
        self.id = id
        self.nameSpan = nameSpan
        self.span = span
        self.fields = fields
        self.texts = texts
    }
}

/// One thing of a plan as it would be written.
public struct WrittenThing: Sendable {
    public var reference: EntityReference
    public var nameSpan: Span
    public var span: Span
    /// In the order of the declaration; keys that say nothing are left out.
    public var fields: [FormValue.Field]
    /// Its text, the source first.
    public var bodies: [Body]
}

/// Who can read the text of a thing.
public protocol BodyReading {
    /// In all its locales, the source first.
    func bodies() -> [Body]
    func stages(of body: Body) -> [Checklist.Stage]
    func version(of body: Body) -> Message.Version
}

/// Where the text of a thing lies in the model.
struct BodyForm<Content: Sendable>: Sendable {
    let read: @Sendable (inout Content, any BodyReading) -> Void
    let bodies: @Sendable (Content) -> [Body]

    static var none: BodyForm { BodyForm(read: { _, _ in }, bodies: { _ in [] }) }

    static func prose(
        _ get: @escaping @Sendable (Content) -> LocalizedBody,
        _ set: @escaping @Sendable (inout Content, LocalizedBody) -> Void
    ) -> BodyForm {
        BodyForm(read: { set(&$0, LocalizedBody($1.bodies())) }, bodies: { get($0).bodies })
    }

    static func steps(
        _ get: @escaping @Sendable (Content) -> [Checklist.Version],
        _ set: @escaping @Sendable (inout Content, [Checklist.Version]) -> Void
    ) -> BodyForm {
        BodyForm(
            read: { content, texts in
                var versions: [Checklist.Version] = []
                for body in texts.bodies() {
                    versions.append(
                        Checklist.Version(body: body, stages: texts.stages(of: body), of: versions.first?.stages))
                }
                set(&content, versions)
            }, bodies: { get($0).map(\.body) })
    }

    static func variants(
        _ get: @escaping @Sendable (Content) -> [Message.Version],
        _ set: @escaping @Sendable (inout Content, [Message.Version]) -> Void
    ) -> BodyForm {
        BodyForm(read: { set(&$0, $1.bodies().map($1.version)) }, bodies: { get($0).map(\.body) })
    }

    static func texts(
        _ get: @escaping @Sendable (Content) -> [Snippet.Version],
        _ set: @escaping @Sendable (inout Content, [Snippet.Version]) -> Void
    ) -> BodyForm {
        BodyForm(read: { set(&$0, $1.bodies().map { Snippet.Version(body: $0) }) }, bodies: { get($0).map(\.body) })
    }
}

/// The declaration of a kind: `Thing` is its type in the plan, `Content` what its keys are read into (the same, but where a
/// thing is a class).
public struct Kind<Thing: Sendable, Content: Sendable>: KindDeclaration {
    public let facts: KindFacts
    private let keys: Keys<Content>
    private let make: @Sendable (_ id: String, _ nameSpan: Span, _ span: Span) -> Content
    private let body: BodyForm<Content>
    private let wrap: @Sendable (Content) -> Thing
    private let content: @Sendable (Thing) -> Content
    private let put: @Sendable (inout Plan, [Thing]) -> Void
    private let all: @Sendable (Plan) -> [(reference: EntityReference, nameSpan: Span, span: Span, thing: Thing)]

    public func things(_ count: Int, _ read: (Int) -> ReadThing?) -> any Sendable {
        var things: [Thing] = []
        things.reserveCapacity(count)
        for place in 0..<count {
            guard let written = read(place) else { continue }
            var content = make(written.id, written.nameSpan, written.span)
            keys.fill(&content, from: written.fields)
            body.read(&content, written.texts)
            things.append(wrap(content))
        }
        return things
    }

    public func store(_ pieces: [any Sendable], in plan: inout Plan) {
        var things = pieces.first as? [Thing] ?? []
        for piece in pieces.dropFirst() { things += piece as? [Thing] ?? [] }
        put(&plan, things)
    }

    public func written(in plan: Plan) -> [WrittenThing] {
        all(plan).map { one in
            let content = content(one.thing)
            return WrittenThing(
                reference: one.reference, nameSpan: one.nameSpan, span: one.span, fields: keys.fields(of: content),
                bodies: body.bodies(content))
        }
    }
}

extension Kind {
    public func value(of key: Int, in thing: Any) -> FormValue? {
        (thing as? Thing).flatMap { keys.keys[key].get(content($0)) }
    }

    public func reread(_ fields: [FormValue.Field]) -> [FormValue.Field] {
        let nowhere = Span(FileID(0), 0, 0)
        var content = make("", nowhere, nowhere)
        keys.fill(&content, from: fields)
        return keys.fields(of: content)
    }

    public func setting(_ key: Int, to value: FormValue, of thing: Int, in plan: Plan) -> Plan {
        var things = all(plan).map(\.thing)
        var content = content(things[thing])
        keys.fill(&content, from: [FormValue.Field(key, value)])
        things[thing] = wrap(content)
        var plan = plan
        if !facts.hasID, facts.entity == .vocabulary { plan.vocabulary = Vocabulary() }
        put(&plan, things)
        return plan
    }
}

extension Kind where Thing: Entity {
    /// A kind whose things have ids, and a type of their own for what is read.
    init(
        noun: Phrase, name: Phrase, summary: Phrase, inRegistry: Bool = false, standsAlone: Bool = false,
        make: @escaping @Sendable (_ id: String, _ nameSpan: Span, _ span: Span) -> Content,
        wrap: @escaping @Sendable (Content) -> Thing, content: @escaping @Sendable (Thing) -> Content,
        body: BodyForm<Content> = .none, keys: Keys<Content>
    ) {
        self.keys = keys
        facts = KindFacts(
            entity: Thing.kind, noun: noun, name: name, summary: summary,
            registry: inRegistry ? Thing.kind.registryKey : nil,
            standsAlone: standsAlone, hasID: true,
            keys: keys.schemas)
        self.make = make
        self.body = body
        self.wrap = wrap
        self.content = content
        put = { Thing.place.set(&$0, Entities($1)) }
        all = { plan in
            Thing.place.get(plan).map {
                (EntityReference(Thing.kind, $0.id), $0.nameSpan, $0.span, $0)
            }
        }
    }
}

extension Kind where Thing: Entity, Thing == Content {
    init(
        noun: Phrase, name: Phrase, summary: Phrase, inRegistry: Bool = false, standsAlone: Bool = false,
        make: @escaping @Sendable (_ id: String, _ nameSpan: Span, _ span: Span) -> Content,
        body: BodyForm<Content> = .none, keys: Keys<Content>
    ) {
        self.init(
            noun: noun, name: name, summary: summary, inRegistry: inRegistry, standsAlone: standsAlone, make: make,
            wrap: { $0 },
            content: { $0 }, body: body, keys: keys)
    }
}

extension Kind where Thing == Content {
    /// A kind that has no ids: the plan itself, its vocabulary.
    init(
        _ entity: EntityKind, noun: Phrase, name: Phrase, summary: Phrase,
        make: @escaping @Sendable (_ id: String, _ nameSpan: Span, _ span: Span) -> Content,
        body: BodyForm<Content> = .none, put: @escaping @Sendable (inout Plan, [Thing]) -> Void,
        all: @escaping @Sendable (Plan) -> (name: String, nameSpan: Span, span: Span, thing: Thing),
        keys: Keys<Content>
    ) {
        self.keys = keys
        facts = KindFacts(
            entity: entity, noun: noun, name: name, summary: summary, registry: nil, standsAlone: true, hasID: false,
            keys: keys.schemas)
        self.make = make
        self.body = body
        wrap = { $0 }
        content = { $0 }
        self.put = put
        self.all = { plan in
            let one = all(plan)
            return [(EntityReference(entity, one.name), one.nameSpan, one.span, one.thing)]
        }
    }
}
