package cn.zhengqi.events;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class EventPumpTest {

    @Test
    void an_error_does_not_end_the_thread_that_publishes() {
        Broker broker = mock();
        Inbox inbox = mock();
        when(inbox.types()).thenThrow(new NoClassDefFoundError("a part of the client"));
        DeadLetters deadLetters = mock();
        JdbcClient jdbc = mock();
        TransactionTemplate transaction = mock();
        EventPump pump = new EventPump(broker, inbox, deadLetters, jdbc, transaction, 2);

        pump.start();
        try {
            verify(inbox, timeout(20_000).atLeast(2)).types();
        } finally {
            pump.stop();
        }
    }
}
