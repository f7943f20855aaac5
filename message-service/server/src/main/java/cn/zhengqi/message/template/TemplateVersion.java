package cn.zhengqi.message.template;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Words that were in force once, or are.
 *
 * @param number counted from 1
 * @param restoredFrom the older one whose words these are; 0: those that the platform ships
 */
record TemplateVersion(
        int number,
        TemplateContent content,
        String author,
        OffsetDateTime writtenAt,
        @Nullable Integer restoredFrom) {}
