package cn.zhengqi.auth.sms;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.message.api.InternalSms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has a code sent after it was stored, on a thread of its own: how long that takes, and whether it works, would tell whether the phone is known. A
 * message that did not go out is asked for again by whoever waits for it.
 */
@Component
class CodeDispatch {

    private static final Logger LOG = LoggerFactory.getLogger(CodeDispatch.class);

    private final InternalSms messages;

    CodeDispatch(InternalSms messages) {
        this.messages = messages;
    }

    @TransactionalEventListener
    void send(SmsCodes.CodeWanted wanted) {
        Thread.ofVirtual().name("sms code").start(() -> {
            try {
                messages.send(wanted.message());
            } catch (ProblemException failed) {
                LOG.warn("{} was not sent: {}", wanted.message(), failed.detail());
            }
        });
    }
}
