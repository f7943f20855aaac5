package cn.zhengqi.auth.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are sent.
 *
 * @param anywhere also by http and to addresses that are not public; for one machine with everything on it
 */
@ConfigurationProperties("zhengqi.webhooks")
record WebhookProperties(@DefaultValue("false") boolean anywhere) {}
