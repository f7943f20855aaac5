package cn.zhengqi.finance.product;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.FinanceServiceTest;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;

/** What an enterprise keeps to find it again (PORTAL-13). */
class FavouriteProductsTest extends FinanceServiceTest {

    private static final String FAVOURITES = "/api/finance/my/favourites";

    private final UUID own = Ids.next();
    private final CurrentUser clerk = TestUsers.ofEnterprise(own, "finance.favourite");

    @Test
    void colleagues_have_one_list_and_other_enterprises_see_nothing_of_it() {
        add(clerk, product.id(), HttpStatus.NO_CONTENT);
        CurrentUser colleague = TestUsers.ofEnterprise(own, "finance.favourite");
        CurrentUser stranger = TestUsers.ofEnterprise(Ids.next(), "finance.favourite");

        assertThat(list(colleague, "").items())
                .extracting(FavouriteProduct::code)
                .containsExactly(product.code());
        assertThat(list(stranger, "").items()).isEmpty();

        remove(stranger);
        assertThat(held(clerk)).as("a stranger takes nothing away").isTrue();
        remove(colleague);
        assertThat(held(clerk)).isFalse();
    }

    @Test
    void adding_it_twice_is_adding_it_once_and_a_suspended_product_says_so() {
        add(clerk, product.id(), HttpStatus.NO_CONTENT);
        FavouriteProduct first = list(clerk, "").items().getFirst();
        add(clerk, product.id(), HttpStatus.NO_CONTENT);
        assertThat(list(clerk, "").items()).containsExactly(first);

        jdbc.sql("update loan_product set status = 'SUSPENDED' where id = ?")
                .param(product.id())
                .update();
        assertThat(list(clerk, "").items())
                .singleElement()
                .extracting(FavouriteProduct::status)
                .isEqualTo(ProductStatus.SUSPENDED);
    }

    @Test
    void the_list_is_searched_sorted_and_exported() {
        List<UUID> products = jdbc.sql("select id from loan_product order by code limit 3")
                .query(UUID.class)
                .list();
        products.forEach(it -> add(clerk, it, HttpStatus.NO_CONTENT));

        assertThat(list(clerk, "?sort=addedAt,asc").items())
                .extracting(FavouriteProduct::id)
                .containsExactlyElementsOf(products);
        FavouriteProduct wanted = list(clerk, "").items().get(1);
        assertThat(list(clerk, "?q={q}", wanted.title()).items())
                .extracting(FavouriteProduct::id)
                .contains(wanted.id());
        assertThat(list(clerk, "?q=没有这样的产品").items()).isEmpty();
        assertThat(ExportedFile.of(client.as(clerk), FAVOURITES + "/export").rows())
                .extracting(row -> row.get("产品名称"))
                .contains(wanted.title())
                .hasSize(3);
    }

    @Test
    void one_that_there_is_not_and_a_person_of_no_enterprise_are_refused() {
        assertThat(add(clerk, Ids.next(), HttpStatus.NOT_FOUND).get("code")).isEqualTo("NOT_FOUND");
        add(TestUsers.withoutEnterprise("finance.favourite"), product.id(), HttpStatus.FORBIDDEN);
        add(TestUsers.ofEnterprise(own, "finance.apply"), product.id(), HttpStatus.FORBIDDEN);
    }

    private Map<String, Object> add(CurrentUser who, UUID id, HttpStatus expected) {
        Map<String, Object> answer = client.as(who)
                .put()
                .uri(FAVOURITES + "/{id}", id)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody();
        return answer == null ? Map.of() : answer;
    }

    private void remove(CurrentUser who) {
        client.as(who)
                .delete()
                .uri(FAVOURITES + "/{id}", product.id())
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private boolean held(CurrentUser who) {
        return client.as(who)
                .get()
                .uri(FAVOURITES + "/{id}", product.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(FavouriteProductController.Held.class)
                .returnResult()
                .getResponseBody()
                .favourite();
    }

    private Page<FavouriteProduct> list(CurrentUser who, String query, Object... values) {
        return client.as(who)
                .get()
                .uri(FAVOURITES + query, values)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Page<FavouriteProduct>>() {})
                .returnResult()
                .getResponseBody();
    }
}
