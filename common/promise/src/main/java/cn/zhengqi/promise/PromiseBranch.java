package cn.zhengqi.promise;

import java.util.UUID;

/** A branch of who promised: the case lies there, in its pool or with somebody of it. By its identity in user-service, and called as it was then. */
public record PromiseBranch(UUID id, String name) {}
