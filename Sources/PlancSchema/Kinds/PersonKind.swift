import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Person {
    static let declaration = Kind<Person, Person>(
        noun: Phrase("a person"), name: Phrase("person"),
        summary: Phrase("people and how to reach each of them"),
        inRegistry: true,
        make: { Person(id: $0, title: LocalizedText(), nameSpan: $1, span: $2) },
        keys: Keys {
            Key(
                "name", \.title, { $0.title = $1 }, .name, required: true, called: "name",
                summary: "first and last name",
                example: "Anne Le Goff")
            Key(
                "job", \.job, { $0.job = $1 }, .localizedText, called: "job", summary: "what the person does every day",
                example: "Head of finance", told: Phrase("Head of finance"))
            Key(
                "organisation", \.organisation, { $0.organisation = $1 }, .localizedText, called: "organisation",
                summary: "where the person works, if elsewhere",
                example: "Prestataire Armor")
            Key(
                "contract", \.contract, { $0.contract = $1 }, .text,
                called: "contract number", summary: "the contract, policy or account number to give when calling them",
                example: "CY-4471-209")
            Key(
                "locales", \.locales, { $0.locales = $1 }, .list(.locale), called: "languages",
                summary: "languages the person speaks",
                example: "[fr, en]")
            Key(
                "hours", \.hours, { $0.hours = $1 }, .choice(), called: "hours",
                summary: "when the person can be called",
                example: "24/7")
            Key(
                "reach", \.reach, { $0.reach = $1 },
                .map(.id(of: .channel), .address, Person.Address.init) { ($0.channel, $0.value) },
                required: true, called: "addresses", summary: "a map from channel to address, in the order to try",
                example: "{mobile: \"+33 6 39 98 00 01\"}")
            Key(
                "private", \.privateChannels, { $0.privateChannels = $1 }, .list(.id(of: .channel)),
                called: "private numbers", summary: "channels whose address is not for everyone", example: "[domicile]")
            Key(
                "verified", \.verified, { $0.verified = $1 }, .confirmation, called: "numbers tried",
                summary: "when the numbers were last tried, and by whom",
                example: "{on: 2026-02-02, by: dircom}")
        })
}
