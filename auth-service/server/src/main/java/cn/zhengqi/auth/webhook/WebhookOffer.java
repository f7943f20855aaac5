package cn.zhengqi.auth.webhook;

import java.util.List;

/**
 * What a form for a webhook has to say.
 *
 * @param thisMachine whether a receiver may run on the machine of the platform, and be called by http there
 */
record WebhookOffer(List<WebhookView.EventChoice> events, boolean thisMachine) {}
