package cn.zhengqi.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ProviderPropertiesTest {

    private static final Map<String, Object> DOCUMENTED = Map.of(
            "ZHENGQI_SIGNIN_OUTSIDE_PROVIDERS_QUYU_NAME", "区域身份平台",
            "ZHENGQI_SIGNIN_OUTSIDE_PROVIDERS_QUYU_ISSUER", "https://id.example.cn",
            "ZHENGQI_SIGNIN_OUTSIDE_PROVIDERS_QUYU_CLIENTID", "zhengqi",
            "ZHENGQI_SIGNIN_OUTSIDE_PROVIDERS_QUYU_CLIENTSECRET", "secret",
            "ZHENGQI_SIGNIN_OUTSIDE_PROVIDERS_QUYU_TRUSTPHONE", "true");

    @Test
    void settings_come_from_the_environment_by_the_names_that_are_documented() {
        ProviderProperties.Provider provider = bound(DOCUMENTED).providers().get("quyu");
        assertThat(provider.name()).isEqualTo("区域身份平台");
        assertThat(provider.issuer()).isEqualTo("https://id.example.cn");
        assertThat(provider.clientId()).isEqualTo("zhengqi");
        assertThat(provider.clientSecret()).isEqualTo("secret");
        assertThat(provider.trustPhone()).isTrue();
        assertThat(provider.scopes()).contains("openid");
        assertThat(provider.toString()).doesNotContain("secret");
    }

    @Test
    void there_is_none_unless_it_is_named_and_one_that_is_not_whole_does_not_start() {
        assertThat(bound(Map.of()).providers()).isEmpty();
        Map<String, Object> incomplete = new HashMap<>(DOCUMENTED);
        incomplete.put("ZHENGQI_SIGNIN_OUTSIDE_PROVIDERS_QUYU_CLIENTSECRET", "");
        assertThatThrownBy(() -> bound(incomplete)).hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Providers(bound(DOCUMENTED), "")).hasMessageContaining("ZHENGQI_PUBLIC_URL");
    }

    private static ProviderProperties bound(Map<String, Object> environment) {
        return new Binder(ConfigurationPropertySources.from(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment)))
                .bindOrCreate("zhengqi.sign-in.outside", ProviderProperties.class);
    }
}
