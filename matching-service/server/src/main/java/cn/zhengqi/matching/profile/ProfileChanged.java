package cn.zhengqi.matching.profile;

import java.util.UUID;

/** Facts of an enterprise are others from the commit on; told inside the service, in the transaction that changes them. */
public record ProfileChanged(UUID enterpriseId) {}
