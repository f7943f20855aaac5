package cn.zhengqi.data.encryption;

import cn.zhengqi.data.DatabaseProperties;
import com.baomidou.mybatisplus.autoconfigure.ConfigurationCustomizer;
import com.baomidou.mybatisplus.autoconfigure.MybatisPlusAutoConfiguration;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Encrypted columns, for services that name the keys in their settings. */
@AutoConfiguration(before = {FlywayAutoConfiguration.class, MybatisPlusAutoConfiguration.class})
@ConditionalOnProperty("zhengqi.encryption.keys")
@EnableConfigurationProperties({EncryptionProperties.class, KeyDeviceProperties.class})
@Import(EncryptionEndpoint.class)
public class EncryptionAutoConfiguration {

    @Bean
    MasterKeys masterKeys(KeyDeviceProperties device) {
        return new MasterKeys(device.library().isBlank() ? null : new Pkcs11KeyDevice(device));
    }

    @Bean
    DataKeys dataKeys(EncryptionProperties properties, DatabaseProperties database, MasterKeys masterKeys) {
        return new DataKeys(
                database.schema(), properties.keys(), properties.version(), properties.indexKey(), masterKeys);
    }

    @Bean
    DataProtection dataProtection(DataKeys keys) {
        return new DataProtection(keys);
    }

    @Bean
    KeyLedger keyLedger(DataProtection protection, DataKeys keys, JdbcClient jdbc) {
        return new KeyLedger(protection, keys, jdbc);
    }

    @Bean
    Reencryption reencryption(
            DataProtection protection, JdbcClient jdbc, PlatformTransactionManager transactions, KeyChanges changes) {
        return new Reencryption(protection, jdbc, new TransactionTemplate(transactions), changes);
    }

    @Bean
    ConfigurationCustomizer protectedTypes(ObjectProvider<ProtectedType<?>> protectedTypes) {
        return configuration -> protectedTypes.forEach(type -> register(configuration.getTypeHandlerRegistry(), type));
    }

    private static <T> void register(TypeHandlerRegistry types, ProtectedType<T> type) {
        types.register(type.type(), type.handler());
    }
}
