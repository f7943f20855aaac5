package cn.zhengqi.matching.profile;

import java.util.UUID;

/** Heard inside this service only, in the transaction in which tax data loses its authorization: what was made of it goes too. */
public record TaxDataEnded(UUID enterpriseId) {}
