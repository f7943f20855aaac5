package cn.zhengqi.message.inbox;

import java.time.LocalDate;

/**
 * What of a day is told in one message, however often it happens.
 *
 * @param name of whom and by whom, the same each time
 */
public record Topic(String name, LocalDate day) {}
