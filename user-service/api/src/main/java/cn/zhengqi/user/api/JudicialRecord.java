package cn.zhengqi.user.api;

import java.time.LocalDate;

/** @param kind as 民事案件, 行政处罚, 被执行信息 */
public record JudicialRecord(String kind, String title, LocalDate date) {}
