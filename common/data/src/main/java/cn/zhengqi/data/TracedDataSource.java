package cn.zhengqi.data;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Makes each SQL statement a span of the trace in which it runs: its text with placeholders, never the values. What runs in
 * no trace, or in one that is not sampled, passes untouched, so that it costs nothing.
 */
final class TracedDataSource extends DelegatingDataSource {

    private static final int MAX_TEXT = 2000;

    private final Supplier<@Nullable Tracer> tracer;
    private final String schema;

    /** @param tracer asked with each connection: the data source is there before tracing is */
    TracedDataSource(DataSource target, Supplier<@Nullable Tracer> tracer, String schema) {
        super(target);
        this.tracer = tracer;
        this.schema = schema;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        Tracer spans = tracer.get();
        Span current = spans == null ? null : spans.currentSpan();
        if (spans == null || current == null || current.isNoop()) {
            return connection;
        }
        return wrap(Connection.class, connection, (method, arguments) -> {
            Object result = call(connection, method, arguments);
            String sql = firstText(arguments);
            return switch (result) {
                case CallableStatement statement -> traced(CallableStatement.class, statement, spans, sql);
                case PreparedStatement statement -> traced(PreparedStatement.class, statement, spans, sql);
                case Statement statement -> traced(Statement.class, statement, spans, sql);
                case null, default -> result;
            };
        });
    }

    private <S extends Statement> S traced(Class<S> type, S statement, Tracer spans, @Nullable String prepared) {
        return wrap(type, statement, (method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            String given = firstText(arguments);
            String sql = given != null ? given : prepared != null ? prepared : "batch";
            Span span = start(spans, sql);
            try {
                return call(statement, method, arguments);
            } catch (Throwable failure) {
                span.error(failure);
                throw failure;
            } finally {
                span.end();
            }
        });
    }

    private Span start(Tracer spans, String sql) {
        String text = sql.strip().replaceAll("\\s+", " ");
        int end = text.indexOf(' ');
        return spans.spanBuilder()
                .name("sql " + (end < 0 ? text : text.substring(0, end)).toLowerCase(Locale.ROOT))
                .kind(Span.Kind.CLIENT)
                .tag("db.system.name", "postgresql")
                .tag("db.namespace", schema)
                .tag("db.query.text", text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text)
                .start();
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T wrap(Class<T> type, T target, Call call) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("equals")) {
                return arguments != null && proxy == arguments[0];
            }
            return call.on(method, arguments);
        };
        return type.cast(
                Proxy.newProxyInstance(TracedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }

    private static @Nullable String firstText(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : null;
    }
}
