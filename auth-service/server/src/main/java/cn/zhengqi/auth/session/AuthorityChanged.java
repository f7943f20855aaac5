package cn.zhengqi.auth.session;

import java.util.List;
import java.util.UUID;

/** Heard inside this service only: tokens of these accounts say more, or less, than is true now. */
public record AuthorityChanged(List<UUID> accountIds) {}
