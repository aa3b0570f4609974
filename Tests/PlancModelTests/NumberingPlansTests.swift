import PlancModel
import Testing

/// Which telephone numbers there can be.
@Suite struct NumberingPlansTests {
    @Test(arguments: [
        "+44 7700 900002", "+44 1632 960002", "+44 800 1111", "+33 6 39 98 00 01", "+49 172 9968532", "+49 30 23125002",
        "+49 116117", "+32 2 555 01 01", "+32 470 12 34 56", "+41 44 668 18 00", "+352 26 12 34", "+39 06 6982",
        "+39 312 345 6789",
        "+34 912 34 56 78", "+31 20 123 4567", "+43 1 234567", "+43 664 1234567", "+1 212-555-0100", "+353 1 234 5678",
        "+353 85 123 4567", "+351 21 123 4567", "+377 98 98 88 00", "+358 9 1234 567", "+81 3 1234 5678",
        "+447700 900001",
    ])
    func areNumbers(_ phone: String) {
        #expect(NumberingPlans.fault(of: phone) == nil)
    }

    @Test(arguments: [
        "+44 7700 90000", "+44 7700 9000022", "+33 6 39 98 00 0", "+33 6 39 98 00 011", "+49 172 996853", "+49 30 12",
        "+32 470 12 34 5", "+41 44 668 18", "+34 912 34 56", "+1 212-555-010", "+353 85 123 456", "+351 21 123 456",
        "+94 172 9968532", "+81 12 34", "+81 1234 5678 9012 34",
    ])
    func haveAnotherLength(_ phone: String) {
        #expect(NumberingPlans.fault(of: phone) == .length)
    }

    @Test(arguments: ["+4 7700 900002", "+999 123 456 78", "+210 123 456 78", "+0 123 456 78"])
    func areOfNoCountry(_ phone: String) {
        #expect(NumberingPlans.fault(of: phone) == .country)
    }

    @Test func zerosAreNobodys() {
        #expect(NumberingPlans.fault(of: "+33 6 00 00 00 00") == .zeros)
        #expect(NumberingPlans.fault(of: "+33 1 40 00 00 00") == nil)
    }
}
