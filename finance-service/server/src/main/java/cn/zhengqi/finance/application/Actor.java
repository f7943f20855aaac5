package cn.zhengqi.finance.application;

import java.util.UUID;

/** The person who moved an application, by the name that the timeline shows. */
record Actor(UUID accountId, String name) {}
