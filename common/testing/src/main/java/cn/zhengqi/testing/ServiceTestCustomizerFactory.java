package cn.zhengqi.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Tells the context of a {@link ServiceTest} where its servers are; a server starts when its address is read. */
public final class ServiceTestCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        ServiceTest test = TestContextAnnotationUtils.findMergedAnnotation(testClass, ServiceTest.class);
        return test == null ? null : new Servers(test.events());
    }

    /** Base64 of 32 bytes; they protect what tests write and nothing else. */
    private static final String DATA_KEY = "dGVzdHMtZGF0YS1rZXktb2YtMzItYnl0ZXMtMDAwMDE=";

    private static final String INDEX_KEY = "dGVzdHMtaW5kZXgta2V5LW9mLTMyLWJ5dGVzLTAwMDE=";

    private record Servers(boolean events) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            ConfigurableEnvironment environment = context.getEnvironment();
            String schema = environment.getProperty(
                    "zhengqi.db.schema", environment.getProperty("spring.application.name", "test"));
            Supplier<TestServers.Database> database =
                    new Once<>(() -> TestServers.get().freshDatabase(schema));
            Map<String, Supplier<String>> properties = new LinkedHashMap<>(Map.of(
                    "zhengqi.db.url", () -> database.get().url(),
                    "zhengqi.db.user", () -> database.get().user(),
                    "zhengqi.db.password", () -> database.get().password(),
                    "zhengqi.db.schema", () -> schema,
                    "zhengqi.redis.url", () -> TestServers.get().redisUrl()));
            properties.put("zhengqi.data-keys", () -> "1:" + DATA_KEY);
            properties.put("zhengqi.index-key", () -> INDEX_KEY);
            // Nobody waits for the first paper of a test.
            properties.put("zhengqi.paper.first-after", () -> "PT24H");
            if (events) {
                properties.put(
                        "zhengqi.rocketmq.namesrv", () -> TestServers.get().nameServer());
                properties.put("zhengqi.rocketmq.namespace", () -> TestServers.NAMESPACE);
            }
            environment.getPropertySources().addFirst(new LazyProperties(properties));
        }
    }

    private static final class Once<T> implements Supplier<T> {

        private final Supplier<T> source;
        private @Nullable T value;

        private Once(Supplier<T> source) {
            this.source = source;
        }

        @Override
        public synchronized T get() {
            T known = value;
            if (known == null) {
                known = source.get();
                value = known;
            }
            return known;
        }
    }

    private static final class LazyProperties extends EnumerablePropertySource<Map<String, Supplier<String>>> {

        private LazyProperties(Map<String, Supplier<String>> properties) {
            super("zhengqi test servers", properties);
        }

        @Override
        public String[] getPropertyNames() {
            return source.keySet().toArray(String[]::new);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            Supplier<String> value = source.get(name);
            return value == null ? null : value.get();
        }
    }
}
