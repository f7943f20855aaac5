package cn.zhengqi.finance.news;

import org.jspecify.annotations.Nullable;

/** @param body in the safe part of Markdown that pages show */
public record ArticleDetail(
        ArticleView article, String body, @Nullable String sourceUrl) {}
