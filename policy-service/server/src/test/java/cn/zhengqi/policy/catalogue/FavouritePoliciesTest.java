package cn.zhengqi.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an enterprise keeps to find it again (PORTAL-13). */
@ServiceTest
class FavouritePoliciesTest {

    private static final String FAVOURITES = "/api/policy/my/favourites";

    private final UUID enterprise = Ids.next();
    private final CurrentUser clerk = TestUsers.ofEnterprise(enterprise, "policy.favourite");

    @Autowired
    ServiceClient client;

    @Autowired
    JdbcClient jdbc;

    @Test
    void colleagues_have_one_list_and_other_enterprises_see_nothing_of_it() {
        List<UUID> policies = published(2);
        add(clerk, policies.get(0), HttpStatus.NO_CONTENT);
        add(clerk, policies.get(1), HttpStatus.NO_CONTENT);
        CurrentUser colleague = TestUsers.ofEnterprise(enterprise, "policy.favourite");
        CurrentUser stranger = TestUsers.ofEnterprise(Ids.next(), "policy.favourite");

        assertThat(list(colleague, "").items())
                .as("the newest first")
                .extracting(FavouritePolicy::id)
                .containsExactly(policies.get(1), policies.get(0));
        assertThat(held(colleague, policies.get(0))).isTrue();
        assertThat(list(stranger, "").items()).isEmpty();
        assertThat(held(stranger, policies.get(0))).isFalse();

        client.as(stranger)
                .delete()
                .uri(FAVOURITES + "/{id}", policies.get(0))
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(held(clerk, policies.get(0)))
                .as("a stranger takes nothing away")
                .isTrue();
        client.as(colleague)
                .delete()
                .uri(FAVOURITES + "/{id}", policies.get(0))
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(list(clerk, "").items()).extracting(FavouritePolicy::id).containsExactly(policies.get(1));
    }

    @Test
    void adding_it_twice_is_adding_it_once() {
        UUID policy = published(1).getFirst();
        add(clerk, policy, HttpStatus.NO_CONTENT);
        FavouritePolicy first = list(clerk, "").items().getFirst();
        add(clerk, policy, HttpStatus.NO_CONTENT);
        assertThat(list(clerk, "").items()).containsExactly(first);
    }

    @Test
    void one_that_was_taken_down_stays_in_the_list_and_says_so() {
        UUID policy = published(1).getFirst();
        add(clerk, policy, HttpStatus.NO_CONTENT);
        jdbc.sql("""
                        update policy_edition set publication = 'WITHDRAWN', withdrawn_at = now(), withdrawn_reason = '测试'
                        where policy_id = ? and publication = 'PUBLISHED'
                        """).param(policy).update();
        try {
            assertThat(list(clerk, "").items()).singleElement().satisfies(it -> {
                assertThat(it.status()).isNull();
                assertThat(it.title()).isNotBlank();
            });
            CurrentUser other = TestUsers.ofEnterprise(Ids.next(), "policy.favourite");
            assertThat(add(other, policy, HttpStatus.NOT_FOUND).get("code")).isEqualTo("POLICY_NOT_FOUND");
        } finally {
            jdbc.sql("""
                            update policy_edition set publication = 'PUBLISHED', withdrawn_at = null, withdrawn_reason = null
                            where policy_id = ? and publication = 'WITHDRAWN'
                            """).param(policy).update();
        }
    }

    @Test
    void the_list_is_searched_sorted_and_exported() {
        List<UUID> policies = published(3);
        policies.forEach(it -> add(clerk, it, HttpStatus.NO_CONTENT));
        List<String> titles = list(clerk, "?sort=title,asc").items().stream()
                .map(FavouritePolicy::title)
                .toList();
        assertThat(titles).hasSize(3).isEqualTo(inOrder(policies));

        FavouritePolicy wanted = list(clerk, "").items().get(1);
        assertThat(list(clerk, "?q=" + wanted.code()).items())
                .extracting(FavouritePolicy::id)
                .containsExactly(wanted.id());
        assertThat(ExportedFile.of(client.as(clerk), FAVOURITES + "/export?q=" + wanted.code())
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("政策名称", wanted.title()));
    }

    @Test
    void an_enterprise_keeps_five_hundred_at_most() {
        jdbc.sql("""
                        insert into policy (id, code) select gen_random_uuid(), 'FULL' || n from generate_series(1, 500) n
                        """).update();
        jdbc.sql("insert into favourite_policy select ?, id, now() from policy where code like 'FULL%'")
                .param(enterprise)
                .update();
        try {
            UUID policy = published(1).getFirst();
            assertThat(add(clerk, policy, HttpStatus.CONFLICT).get("code")).isEqualTo("FAVOURITES_FULL");
            assertThat(held(clerk, policy)).isFalse();
        } finally {
            jdbc.sql("delete from policy where code like 'FULL%'").update();
        }
    }

    @Test
    void one_that_there_is_not_and_a_person_of_no_enterprise_are_refused() {
        assertThat(add(clerk, Ids.next(), HttpStatus.NOT_FOUND).get("code")).isEqualTo("POLICY_NOT_FOUND");
        add(TestUsers.withoutEnterprise("policy.favourite"), published(1).getFirst(), HttpStatus.FORBIDDEN);
        add(TestUsers.ofEnterprise(enterprise, "policy.declare"), published(1).getFirst(), HttpStatus.FORBIDDEN);
    }

    private List<UUID> published(int count) {
        return jdbc.sql("select policy_id from policy_edition where publication = 'PUBLISHED' order by title limit ?")
                .param(count)
                .query(UUID.class)
                .list();
    }

    private List<String> inOrder(List<UUID> policies) {
        return jdbc.sql("""
                        select title from policy_edition where publication = 'PUBLISHED' and policy_id in (:ids) order by title
                        """).param("ids", policies).query(String.class).list();
    }

    private Map<String, Object> add(CurrentUser who, UUID policy, HttpStatus expected) {
        Map<String, Object> answer = client.as(who)
                .put()
                .uri(FAVOURITES + "/{id}", policy)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody();
        return answer == null ? Map.of() : answer;
    }

    private boolean held(CurrentUser who, UUID policy) {
        return client.as(who)
                .get()
                .uri(FAVOURITES + "/{id}", policy)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(FavouritePolicyController.Held.class)
                .returnResult()
                .getResponseBody()
                .favourite();
    }

    private Page<FavouritePolicy> list(CurrentUser who, String query) {
        return client.as(who)
                .get()
                .uri(FAVOURITES + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Page<FavouritePolicy>>() {})
                .returnResult()
                .getResponseBody();
    }
}
