package cn.zhengqi.auth.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are sent.
 *
 * @param thisMachine also to this machine itself, by http; for one machine with everything on it. No other address that is not public is called even so
 */
@ConfigurationProperties("zhengqi.webhooks")
record WebhookProperties(@DefaultValue("false") boolean thisMachine) {}
