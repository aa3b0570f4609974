import PlancModel

extension CalendarDate {
    /// The day that lies a period after this one; months are calendar months, business days are taken as days, and parts of
    /// a day do not count. The end of the calendar is the last day there is.
    func adding(_ period: TimeAmount) -> CalendarDate {
        guard abs(period.months) < 12_000, abs(period.businessDays) < 366_000, abs(period.minutes / 1440) < 366_000
        else {
            return CalendarDate(year: period.isNegative ? 1 : 9999, month: 12, day: 31) ?? self
        }
        return adding(months: period.months).adding(days: period.businessDays + period.minutes / 1440)
    }
}
