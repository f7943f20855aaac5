package cn.zhengqi.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * Counts the connections that each thread holds, beneath the lazy proxy that takes them with the first statement, and keeps those places where one takes a second while
 * it holds the first: as many threads as the pool has connections stop each other there, for as long as the pool lets them wait.
 */
final class SecondConnections implements BeanPostProcessor {

    /**
     * Places of rules are given for good at once, whatever becomes of the work for which they are. Only the few loops of a copy ask for them, which are fewer than its
     * connections, and no request ever waits for one.
     */
    private static final String OF_FEW_LOOPS = "cn.zhengqi.matching.standing.RulePlaces";

    /** How a database calls its errors is asked once in the life of a process, by who meets the first. */
    private static final String WORDS_OF_ERRORS = "org.springframework.jdbc.support.SQLErrorCodesFactory";

    private static final int LINES = 8;
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();
    private static final ThreadLocal<AtomicInteger> HELD = ThreadLocal.withInitial(AtomicInteger::new);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof LazyConnectionDataSourceProxy lazy) {
            lazy.setTargetDataSource(new Counted(Objects.requireNonNull(lazy.getTargetDataSource())));
        }
        return bean;
    }

    /** @throws AssertionError for those that were taken since this was called last */
    static void mustBeNone() {
        List<String> found = new ArrayList<>();
        for (String one = FOUND.poll(); one != null; one = FOUND.poll()) {
            found.add(one);
        }
        if (!found.isEmpty()) {
            throw new AssertionError("A second connection was taken while one was held:\n" + String.join("\n", found));
        }
    }

    private static final class Counted extends DelegatingDataSource {

        private Counted(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            AtomicInteger held = HELD.get();
            if (held.get() > 0) {
                StackTraceElement[] calls = Thread.currentThread().getStackTrace();
                if (Arrays.stream(calls).noneMatch(SecondConnections::isBounded)) {
                    FOUND.add(Thread.currentThread().getName() + told(calls));
                }
            }
            Connection taken = super.getConnection();
            held.incrementAndGet();
            return given(taken, held);
        }

        /** Given back by whichever thread, and broken meanwhile or not, it is held no more by the one that took it. */
        private static Connection given(Connection taken, AtomicInteger held) {
            AtomicBoolean back = new AtomicBoolean();
            return (Connection) Proxy.newProxyInstance(
                    SecondConnections.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (self, method, with) -> {
                        if (method.getName().equals("close") && back.compareAndSet(false, true)) {
                            held.decrementAndGet();
                        }
                        try {
                            return method.invoke(taken, with);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getTargetException();
                        }
                    });
        }
    }

    private static boolean isBounded(StackTraceElement call) {
        return call.getClassName().equals(OF_FEW_LOOPS) || call.getClassName().equals(WORDS_OF_ERRORS);
    }

    private static String told(StackTraceElement[] calls) {
        return Arrays.stream(calls)
                .filter(line -> line.getClassName().startsWith("cn.zhengqi.")
                        && !(line.getClassName() + "$").startsWith(SecondConnections.class.getName() + "$")
                        && !line.getClassName().contains("$$"))
                .limit(LINES)
                .map(line -> "\n    at " + line)
                .collect(Collectors.joining());
    }
}
