package cn.zhengqi.user.reference;

/** Told inside this service, in the transaction of the change: what is under this code has another name now. */
public record ReferenceRenamed(ReferenceKind kind, String code) {}
