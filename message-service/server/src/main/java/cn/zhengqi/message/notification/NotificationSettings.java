package cn.zhengqi.message.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of notifications.
 *
 * @param approvalAbove for more people than this a second person approves
 * @param mostReceivers one for more people than this is refused
 */
@ConfigurationProperties("zhengqi.message.notification")
record NotificationSettings(
        @DefaultValue("500") long approvalAbove,
        @DefaultValue("200000") long mostReceivers) {}
