package cn.zhengqi.matching.library;

/** Something was published, changed or withdrawn; told inside the service, in the transaction of the change. */
public record LibraryChanged() {}
