package cn.zhengqi.data;

import com.baomidou.mybatisplus.annotation.FieldStrategy;
import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.autoconfigure.ConfigurationCustomizer;
import com.baomidou.mybatisplus.autoconfigure.MybatisPlusAutoConfiguration;
import com.baomidou.mybatisplus.autoconfigure.MybatisPlusPropertiesCustomizer;
import com.baomidou.mybatisplus.extension.plugins.MybatisPlusInterceptor;
import com.baomidou.mybatisplus.extension.plugins.inner.OptimisticLockerInnerInterceptor;
import io.micrometer.tracing.Tracer;
import java.time.OffsetDateTime;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives a service its data source, its migrations and MyBatis-Plus, from {@link DatabaseProperties}. */
@AutoConfiguration(
        before = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, MybatisPlusAutoConfiguration.class})
@EnableConfigurationProperties(DatabaseProperties.class)
public class DataAutoConfiguration {

    @Bean
    RoutingDataSource dataSource(DatabaseProperties properties, ObjectProvider<TracedSql> traced) {
        TracedSql tracing = traced.getIfAvailable();
        return new RoutingDataSource(properties, pool -> tracing == null ? pool : tracing.over(pool));
    }

    /** Apart, because a service may be without tracing. */
    interface TracedSql {
        DataSource over(DataSource pool);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Tracer.class)
    static class Tracing {

        @Bean
        TracedSql tracedSql(DatabaseProperties properties, ObjectProvider<Tracer> tracer) {
            SingletonSupplier<Tracer> once = SingletonSupplier.ofNullable(tracer::getIfAvailable);
            return pool -> new TracedDataSource(pool, once::get, properties.schema());
        }
    }

    /** The first: what other libraries add comes to these locations. */
    @Bean
    @Order(0)
    FlywayConfigurationCustomizer schemaMigrations(DatabaseProperties properties, RoutingDataSource dataSource) {
        return flyway -> flyway.dataSource(dataSource.primary())
                .defaultSchema(properties.schema())
                .schemas(properties.schema())
                .locations("classpath:db/common", "classpath:db/migration")
                // The libraries' migrations are numbered V0_…; a later one comes after the service's own V1.
                .outOfOrder(true);
    }

    @Bean
    OnceLoader onceLoader(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new OnceLoader(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    MybatisPlusInterceptor mybatisPlusInterceptor() {
        MybatisPlusInterceptor interceptor = new MybatisPlusInterceptor();
        interceptor.addInnerInterceptor(new OptimisticLockerInnerInterceptor());
        return interceptor;
    }

    @Bean
    MybatisPlusPropertiesCustomizer mybatisPlusDefaults() {
        return properties -> {
            properties.getGlobalConfig().setBanner(false);
            properties
                    .getGlobalConfig()
                    .getDbConfig()
                    .setIdType(IdType.INPUT)
                    // An entity that sets a field to null means it.
                    .setUpdateStrategy(FieldStrategy.ALWAYS);
        };
    }

    @Bean
    ConfigurationCustomizer mybatisTypes(ObjectProvider<JsonbType> jsonbTypes) {
        return configuration -> {
            configuration.setMapUnderscoreToCamelCase(true);
            configuration.setArgNameBasedConstructorAutoMapping(true);
            configuration.setDefaultFetchSize(500);
            TypeHandlerRegistry types = configuration.getTypeHandlerRegistry();
            types.register(UUID.class, new UuidTypeHandler());
            types.register(OffsetDateTime.class, new DistrictTimeTypeHandler());
            registerLists(types);
            for (Class<?> json : List.of(JsonNode.class, ObjectNode.class, ArrayNode.class)) {
                registerJsonb(types, json);
            }
            jsonbTypes.forEach(json -> registerJsonb(types, json.type()));
        };
    }

    /** On update MyBatis looks a handler up by the class of the value and its superclasses, never by interfaces. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void registerLists(TypeHandlerRegistry types) {
        ListTypeHandler lists = new ListTypeHandler();
        for (Class<?> type : List.of(
                List.class,
                AbstractCollection.class,
                AbstractList.class,
                Collections.unmodifiableList(new LinkedList<>()).getClass())) {
            types.register(type, (TypeHandler) lists);
        }
    }

    private static <T> void registerJsonb(TypeHandlerRegistry types, Class<T> type) {
        types.register(type, new JsonbTypeHandler.OfType<>(type));
    }
}
