// What findings say is said in phrases: who makes findings has both.
@_exported import PlancLanguages
