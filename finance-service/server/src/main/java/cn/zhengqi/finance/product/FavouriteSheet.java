package cn.zhengqi.finance.product;

import cn.zhengqi.web.sheet.Sheet;

/** The favourites of an enterprise as a file. */
final class FavouriteSheet {

    static final Sheet<FavouriteProduct> SHEET = Sheet.<FavouriteProduct>titled("收藏的贷款产品")
            .column("产品编号", FavouriteProduct::code)
            .column("产品名称", FavouriteProduct::title)
            .column("金融机构", FavouriteProduct::bankName)
            .column("类型", FavouriteProduct::productType)
            .column("担保方式", FavouriteProduct::guarantee)
            .column("最高额度（万元）", FavouriteProduct::maxAmountWan)
            .column("最长期限（月）", FavouriteProduct::termMonths)
            .column("利率", FavouriteProduct::rateText)
            .column("状态", it -> it.status().label())
            .column("收藏时间", FavouriteProduct::addedAt);

    private FavouriteSheet() {}
}
