/// All messages of a scenario on one page that works without a network, in the order of sending: what was filled in once is in every
/// text.
/// Every word in it is in the reader's language already.
public struct MessagePage: Sendable {
    public var title: String
    public var purpose: [Run]
    /// BCP 47.
    public var locale: String
    public var classification: String?
    public var watermark: String?
    public var stamp: Document.Stamp
    /// Made for an exercise: the mark cannot be taken off the texts. It is put on by the page, the templates do not hold it.
    public var isExercise: Bool
    /// The name of the file that values are saved to, without extension: `rancongiciel-fr`.
    public var fileName: String
    /// In the order they are asked for.
    public var fields: [Field]
    /// In the order they leave.
    public var messages: [Message]
    /// By what nothing must be sent.
    public var stops: [Stop]
    public var words: Document.Words
    public var labels: Labels

    public init(
        title: String, purpose: [Run] = [], locale: String, classification: String? = nil, watermark: String? = nil,
        stamp: Document.Stamp, isExercise: Bool = false, fileName: String, fields: [Field], messages: [Message],
        stops: [Stop] = [], words: Document.Words, labels: Labels
    ) {
        self.title = title
        self.purpose = purpose
        self.locale = locale
        self.classification = classification
        self.watermark = watermark
        self.stamp = stamp
        self.isExercise = isExercise
        self.fileName = fileName
        self.fields = fields
        self.messages = messages
        self.stops = stops
        self.words = words
        self.labels = labels
    }

    /// Something that is known on the day only.
    public struct Field: Sendable {
        /// The form of the value: it decides how the page asks for it.
        public enum Kind: String, Sendable { case text, number, date, time, datetime, choice, phone, url }

        public var id: String
        public var title: String
        public var kind: Kind
        public var choices: [String]
        public var example: String
        /// The longest value to expect: texts are measured with it while the field is empty.
        public var longest: String
        /// Who confirms the value, what it stands for.
        public var legend: [Run]

        public init(
            id: String, title: String, kind: Kind = .text, choices: [String] = [], example: String,
            longest: String = "",
            legend: [Run] = []
        ) {
            self.id = id
            self.title = title
            self.kind = kind
            self.choices = choices
            self.example = example
            self.longest = longest
            self.legend = legend
        }
    }

    /// One message of the page, on all its channels.
    public struct Message: Sendable {
        /// The anchor that other pages link to, unique on the page.
        public var id: String
        /// The same in every format: "M07". Empty where messages have none.
        public var mark: String
        public var title: String
        /// When it leaves, `T+30 min`; empty when nobody said when.
        public var due: String
        /// The same in minutes from T0; nil when no hour makes it late.
        public var minutes: Int?
        /// For whom, who sends it, within when.
        public var facts: [Fact]
        /// Who reads it for the law and who approves it, each to be ticked.
        public var checks: [Fact]
        public var channels: [Channel]

        public init(
            id: String, mark: String = "", title: String, due: String = "", minutes: Int? = nil, facts: [Fact],
            checks: [Fact] = [], channels: [Channel]
        ) {
            self.id = id
            self.mark = mark
            self.title = title
            self.due = due
            self.minutes = minutes
            self.facts = facts
            self.checks = checks
            self.channels = channels
        }
    }

    /// A channel that must not be used, and why.
    public struct Stop: Sendable {
        public var title: String
        public var state: [Run]

        public init(title: String, state: [Run]) { (self.title, self.state) = (title, state) }
    }

    /// The text of a message for one channel; `{{ id }}` in it stands for a field.
    public struct Channel: Sendable {
        /// How a channel counts.
        public enum Measure: Sendable, Equatable {
            case none
            /// Parts of an SMS, at most so many.
            case parts(atMost: Int?)
            /// Characters of a post, weighted as X does or as people see them.
            case characters(atMost: Int?, isWeighted: Bool)
            /// Seconds to read aloud.
            case seconds(atMost: Int?)
        }

        public var title: String
        public var measure: Measure
        /// Why it cannot be used in the scenario; nil: it can.
        public var obstacle: [Run]?
        /// Who works it, and where its key is; empty where the plan does not say.
        public var access: [Run]
        public var subject: String?
        public var text: String

        public init(
            title: String, measure: Measure = .none, obstacle: [Run]? = nil, access: [Run] = [],
            subject: String? = nil, text: String
        ) {
            self.title = title
            self.measure = measure
            self.obstacle = obstacle
            self.access = access
            self.subject = subject
            self.text = text
        }
    }

    /// The page's own words. `{0}` and `{1}` are numbers or texts put in by the page.
    public struct Labels: Sendable {
        /// "What we know", over the fields.
        public var fields: String
        /// "What you enter stays on this page until you close it. Save it to a file to keep it."
        public var fieldsNote: String
        /// "for example {0}"
        public var example: String
        /// "choose"
        public var choose: String
        /// "now", the button that enters the present time
        public var now: String
        /// "{0} at {1}", a date and a time of day
        public var moment: String
        /// The 31 days of a month ("21 {0} {1}": the month, the year), the 24 full hours ("18:00"), and the 24 hours with
        /// minutes ("18:{0}"), in characters that an SMS can carry.
        public var days: [String]
        public var hours: [String]
        public var times: [String]
        /// "{0} fields still empty", "1 field still empty", "all fields are filled in"
        public var manyEmpty: String
        public var oneEmpty: String
        public var noneEmpty: String
        /// "Save to a file", "Load from a file", "Empty all fields"
        public var save: String
        public var load: String
        public var clear: String
        /// "{0} values loaded", "this file holds no values for these fields"
        public var loaded: String
        public var notLoaded: String
        /// "This is an exercise"
        public var exercise: String
        /// "EXERCISE: ", before each text and subject; in plain characters, or each SMS becomes Unicode.
        public var exercisePrefix: String
        /// "Messages", over the list of them
        public var messages: String
        /// "Not usable in this scenario"
        public var down: String
        /// "Subject"
        public var subject: String
        /// "Copy the subject", "Copy the text"
        public var copySubject: String
        public var copyText: String
        /// "copied", "copied – {0} fields are still empty in it"
        public var copied: String
        public var copiedEmpty: String
        /// "{0} SMS, {1} characters"
        public var parts: String
        /// "at most {0} SMS"
        public var partsLimit: String
        /// "counted as Unicode because of {0}"
        public var unicode: String
        /// "{0} of {1} characters", "{0} characters"
        public var charactersOf: String
        public var characters: String
        /// "{0} of {1} seconds", "{0} seconds"
        public var secondsOf: String
        public var seconds: String
        /// "too long"
        public var tooLong: String
        /// What belongs to sending.
        public var sending: Sending

        public init(
            fields: String, fieldsNote: String, example: String, choose: String, now: String, moment: String,
            days: [String], hours: [String], times: [String],
            manyEmpty: String, oneEmpty: String, noneEmpty: String, save: String, load: String, clear: String,
            loaded: String,
            notLoaded: String, exercise: String, exercisePrefix: String, messages: String, down: String,
            subject: String,
            copySubject: String, copyText: String, copied: String, copiedEmpty: String, parts: String,
            partsLimit: String,
            unicode: String, charactersOf: String, characters: String, secondsOf: String, seconds: String,
            tooLong: String, sending: Sending
        ) {
            self.fields = fields
            self.fieldsNote = fieldsNote
            self.example = example
            self.choose = choose
            self.now = now
            self.moment = moment
            (self.days, self.hours, self.times) = (days, hours, times)
            self.manyEmpty = manyEmpty
            self.oneEmpty = oneEmpty
            self.noneEmpty = noneEmpty
            self.save = save
            self.load = load
            self.clear = clear
            self.loaded = loaded
            self.notLoaded = notLoaded
            self.exercise = exercise
            self.exercisePrefix = exercisePrefix
            self.messages = messages
            self.down = down
            self.subject = subject
            self.copySubject = copySubject
            self.copyText = copyText
            self.copied = copied
            self.copiedEmpty = copiedEmpty
            self.parts = parts
            self.partsLimit = partsLimit
            self.unicode = unicode
            self.charactersOf = charactersOf
            self.characters = characters
            self.secondsOf = secondsOf
            self.seconds = seconds
            self.tooLong = tooLong
            self.sending = sending
        }

        /// The words of sending one message after the other.
        public struct Sending: Sendable {
            /// "Send one by one", the tab of the messages
            public var tab: String
            /// "T0 – plan activated"
            public var activation: String
            /// "Do not use"
            public var doNotUse: String
            /// "back in use", "said by"
            public var backInUse: String
            public var saidBy: String
            /// "Sent at", "sent now"
            public var sentAt: String
            public var sentNow: String
            /// "Next: {0}"
            public var next: String
            /// "{0} of {1} sent"
            public var done: String
            /// The states of a message: "sent {0}", "due {0}", "late, was due {0}", "to send".
            public var sent: String
            public var due: String
            public var late: String
            public var toSend: String
            /// "changed since it was sent", "{0}: sent as “{1}”, now “{2}”"
            public var changed: String
            public var wasNow: String

            public init(
                tab: String, activation: String, doNotUse: String, backInUse: String, saidBy: String, sentAt: String,
                sentNow: String, next: String, done: String, sent: String, due: String, late: String, toSend: String,
                changed: String, wasNow: String
            ) {
                self.tab = tab
                self.activation = activation
                self.doNotUse = doNotUse
                self.backInUse = backInUse
                self.saidBy = saidBy
                self.sentAt = sentAt
                self.sentNow = sentNow
                self.next = next
                self.done = done
                self.sent = sent
                self.due = due
                self.late = late
                self.toSend = toSend
                self.changed = changed
                self.wasNow = wasNow
            }
        }
    }
}
