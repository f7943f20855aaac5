package cn.zhengqi.finance.news;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 融资资讯, 金融行业动态, 金融直通车, open to everyone. */
@RestController
@RequestMapping("/api/finance/articles")
class ArticleController {

    private final ArticleDesk desk;

    ArticleController(ArticleDesk desk) {
        this.desk = desk;
    }

    /** @param q part of title, summary, source or organisation */
    record Wanted(
            @Nullable @Size(max = 100, message = "关键词不超过 100 字")
            String q,

            @Nullable Section section) {}

    @GetMapping
    Page<ArticleView> list(@Valid Wanted wanted, PageRequest page) {
        return desk.published(wanted.section(), wanted.q(), page);
    }

    @GetMapping("/{id}")
    ArticleDetail detail(@PathVariable UUID id) {
        return desk.published(id);
    }
}
