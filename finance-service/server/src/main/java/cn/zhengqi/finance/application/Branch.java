package cn.zhengqi.finance.application;

import java.util.UUID;

/** A branch of a bank by its identity in user-service. */
record Branch(UUID id, String name) {}
