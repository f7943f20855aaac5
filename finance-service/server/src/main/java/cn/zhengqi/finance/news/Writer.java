package cn.zhengqi.finance.news;

import java.util.UUID;

/** Who writes, reviews or takes down. */
record Writer(UUID account, String name) {}
