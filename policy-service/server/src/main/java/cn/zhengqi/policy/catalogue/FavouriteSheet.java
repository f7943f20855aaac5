package cn.zhengqi.policy.catalogue;

import cn.zhengqi.web.sheet.Sheet;

/** The favourites of an enterprise as a file. */
final class FavouriteSheet {

    static final Sheet<FavouritePolicy> SHEET = Sheet.<FavouritePolicy>titled("收藏的政策")
            .column("编号", FavouritePolicy::code)
            .column("政策名称", FavouritePolicy::title)
            .column("文号", FavouritePolicy::docNumber)
            .column("发文机关", FavouritePolicy::issuer)
            .column("支持内容", FavouritePolicy::benefit)
            .column("有效期至", it -> it.validTo() == null ? "未载明" : it.validTo())
            .column("效力", it -> it.status() == null ? "已撤下" : it.status().label())
            .column("收藏时间", FavouritePolicy::addedAt);

    private FavouriteSheet() {}
}
