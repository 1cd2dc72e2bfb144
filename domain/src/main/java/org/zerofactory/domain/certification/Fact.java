package org.zerofactory.domain.certification;

import static org.zerofactory.domain.certification.Fact.Origin.ACCOUNTED;
import static org.zerofactory.domain.certification.Fact.Origin.DECLARED;
import static org.zerofactory.domain.certification.FactType.FLAG;
import static org.zerofactory.domain.certification.FactType.WHOLE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The vocabulary that the criteria of schemes are written in: one site in one local year. Amounts
 * are whole numbers of small units, so that a comparison is exact; what is only shown (a share, an
 * intensity) is rounded once.
 */
public enum Fact {
  YEAR(WHOLE, "year", ACCOUNTED, "local year assessed", "评价年度（当地）"),
  MONTHS_COMPLETE(WHOLE, "months", ACCOUNTED, "months without a missing quarter hour", "无缺失刻钟的月数"),
  QUARTERS_EXPECTED(WHOLE, "quarters", ACCOUNTED, "quarter hours expected", "应有刻钟数"),
  QUARTERS_MISSING(WHOLE, "quarters", ACCOUNTED, "quarter hours missing", "缺失刻钟数"),
  QUARTERS_ESTIMATED(WHOLE, "quarters", ACCOUNTED, "quarter hours estimated", "估算刻钟数"),

  GRID_IMPORT_WH(WHOLE, "Wh", ACCOUNTED, "electricity drawn from the grid", "电网购入电量"),
  GRID_EXPORT_WH(WHOLE, "Wh", ACCOUNTED, "electricity delivered to the grid", "上网电量"),
  PV_PRODUCTION_WH(WHOLE, "Wh", ACCOUNTED, "own solar power produced", "自有光伏发电量"),
  PV_SELF_USE_WH(WHOLE, "Wh", ACCOUNTED, "own solar power used on site", "光伏自用电量"),
  STORAGE_CHANGE_WH(WHOLE, "Wh", ACCOUNTED, "rise of stored electricity over the year", "储能存量变化"),
  LOAD_WH(WHOLE, "Wh", ACCOUNTED, "electricity consumed", "用电量"),
  ESTIMATED_LOAD_WH(WHOLE, "Wh", ACCOUNTED, "consumed electricity that is estimated", "估算的用电量"),
  GREEN_POWER_WH(WHOLE, "Wh", ACCOUNTED, "import covered by instruments", "绿电绿证覆盖的购入电量"),
  RENEWABLE_ELECTRICITY_WH(
      WHOLE, "Wh", ACCOUNTED, "own solar power used plus covered import", "光伏自用与绿电绿证覆盖电量之和"),

  SCOPE1_UG(WHOLE, "ug", ACCOUNTED, "scope 1 emissions", "范围一排放量"),
  SCOPE2_ELECTRICITY_LOCATION_UG(
      WHOLE, "ug", ACCOUNTED, "scope 2 of electricity, location-based", "范围二电力排放量（基于位置）"),
  SCOPE2_ELECTRICITY_MARKET_UG(
      WHOLE, "ug", ACCOUNTED, "scope 2 of electricity, market-based", "范围二电力排放量（基于市场）"),
  SCOPE2_LOCATION_UG(
      WHOLE, "ug", ACCOUNTED, "scope 2 with heat, location-based", "范围二排放量（基于位置，含热力）"),
  SCOPE2_MARKET_UG(WHOLE, "ug", ACCOUNTED, "scope 2 with heat, market-based", "范围二排放量（基于市场，含热力）"),
  SCOPE3_UG(WHOLE, "ug", ACCOUNTED, "scope 3 emissions stated", "范围三已披露排放量"),
  GROSS_LOCATION_UG(WHOLE, "ug", ACCOUNTED, "scope 1 + 2, location-based", "范围一加范围二（基于位置）"),
  GROSS_MARKET_UG(WHOLE, "ug", ACCOUNTED, "scope 1 + 2, market-based", "范围一加范围二（基于市场）"),
  OWN_REDUCTION_UG(
      WHOLE,
      "ug",
      ACCOUNTED,
      "saved by own solar power, efficiency, load shifting",
      "自主减排量（光伏、节能、移峰）"),
  BASE_YEAR(WHOLE, "year", DECLARED, "base year", "基准年"),
  BASE_YEAR_GROSS_UG(WHOLE, "ug", DECLARED, "base year's scope 1 + 2", "基准年范围一加范围二"),
  INVENTORY_PUBLISHED(FLAG, "", ACCOUNTED, "the year's inventory is published", "年度清单已发布"),
  UNCERTAINTY_PPM(
      WHOLE, "ppm", ACCOUNTED, "uncertainty of scope 1 + 2 (95 %)", "范围一加范围二不确定度（95 %）"),

  FACTORS_USED(WHOLE, "factors", ACCOUNTED, "emission factors used", "所用排放因子数"),
  FACTORS_MISSING(WHOLE, "factors", ACCOUNTED, "places where a factor is missing", "缺少因子之处"),
  FACTORS_PROVISIONAL(WHOLE, "factors", ACCOUNTED, "factors used beyond their year", "暂用因子数"),
  FACTORS_UNVERIFIED(
      WHOLE, "factors", ACCOUNTED, "factors not checked against source", "未经原文核对的因子数"),
  GWP_SETS_USED(WHOLE, "sets", ACCOUNTED, "editions of warming potentials used", "所用全球变暖潜势版本数"),

  BOUNDARY_STATED(FLAG, "", DECLARED, "legal entity and site plan are stated", "法人边界与厂区图已说明"),
  BOUNDARY_POINTS(WHOLE, "points", DECLARED, "energy crossings of the boundary", "边界能源交接点数"),
  BOUNDARY_POINTS_METERED(WHOLE, "points", DECLARED, "crossings with a meter", "已计量的交接点数"),
  EXCLUSIONS_PPM(WHOLE, "ppm", DECLARED, "share of emissions left out", "排除源所占比例"),
  FUELS_STATED(FLAG, "", DECLARED, "fuels stated, or that there are none", "燃料已填报（或声明无）"),
  REFRIGERANTS_STATED(FLAG, "", DECLARED, "refrigerant top-ups stated, or none", "制冷剂补充已填报（或声明无）"),
  PROCESS_GASES_STATED(FLAG, "", DECLARED, "process gases stated, or none", "工艺气体已填报（或声明无）"),
  VEHICLES_STATED(FLAG, "", DECLARED, "vehicles stated, or none", "自有车辆已填报（或声明无）"),
  HEAT_STATED(FLAG, "", DECLARED, "bought heat, steam, cooling stated, or none", "外购热力冷量已填报（或声明无）"),
  SCOPE3_CATEGORIES_SCREENED(
      WHOLE, "categories", DECLARED, "of 15 scope 3 categories: screened", "范围三15类中已筛查数"),
  SCOPE3_CATEGORIES_SIGNIFICANT(
      WHOLE, "categories", DECLARED, "scope 3 categories found significant", "判定为重要的范围三类别数"),
  SCOPE3_CATEGORIES_QUANTIFIED(
      WHOLE, "categories", DECLARED, "significant categories quantified", "已量化的重要类别数"),

  INSTRUMENTS_USED(WHOLE, "instruments", ACCOUNTED, "instruments used for the year", "当年使用的绿电绿证数"),
  INSTRUMENTS_FAILING(
      WHOLE, "instruments", ACCOUNTED, "those that fail a quality criterion", "不符合质量准则的凭证数"),
  SERIAL_CLASHES(WHOLE, "clashes", ACCOUNTED, "serials used more than once", "重复使用的编号数"),
  PV_CERTIFICATES_SOLD(
      FLAG, "", DECLARED, "certificates of own solar power were sold", "自用光伏绿证已售出"),

  BASELINE_FIT_PASSES(FLAG, "", ACCOUNTED, "baseline model passes its limits", "基准模型拟合达标"),
  BASELINE_IN_RANGE(FLAG, "", ACCOUNTED, "drivers stayed in the baseline's range", "驱动变量在基准范围内"),
  NON_ROUTINE_LISTED(FLAG, "", DECLARED, "non-routine changes listed, or none", "非常规变化已列出（或声明无）"),

  OFFSETS_REGISTERED_KG(WHOLE, "kg", ACCOUNTED, "credits registered for the year", "登记用于当年的碳信用"),
  OFFSETS_COUNTED_KG(WHOLE, "kg", ACCOUNTED, "credits that may be counted", "可计入的碳信用"),
  OFFSETS_REMOVAL_KG(WHOLE, "kg", ACCOUNTED, "countable credits from removals", "可计入的清除类碳信用"),
  OFFSETS_REFUSED(WHOLE, "credits", ACCOUNTED, "credits of the year not countable", "当年不可计入的碳信用笔数"),

  METERS_EXPECTED(WHOLE, "meters", DECLARED, "meters that should exist", "应配计量器具数"),
  METERS_AUTOMATIC(WHOLE, "meters", DECLARED, "meters read automatically", "自动采集的计量器具数"),
  METERS_CALIBRATED(WHOLE, "meters", DECLARED, "meters with a valid calibration", "检定有效的计量器具数"),
  BALANCE_ERROR_WH(
      WHOLE, "Wh", ACCOUNTED, "largest gap of sub-meters to their parent", "分表与总表最大偏差"),
  BALANCE_LIMIT_WH(WHOLE, "Wh", ACCOUNTED, "gap that the meters' classes allow", "准确度等级允许偏差"),

  COAL_CALORIFIC_G(WHOLE, "gce", ACCOUNTED, "energy in coal equivalent, calorific", "综合能耗（当量值）"),
  COAL_INPUT_G(WHOLE, "gce", ACCOUNTED, "energy in coal equivalent, input", "综合能耗（等价值）"),
  ELECTRICITY_COAL_CALORIFIC_G(WHOLE, "gce", ACCOUNTED, "its electricity, calorific", "其中电力（当量值）"),
  ELECTRICITY_COAL_INPUT_G(WHOLE, "gce", ACCOUNTED, "its electricity, input", "其中电力（等价值）"),
  CARBON_PER_TCE_CALORIFIC_G(
      WHOLE, "g/tce", ACCOUNTED, "carbon per tce, calorific", "单位能耗碳排放（当量值）"),
  CARBON_PER_TCE_INPUT_G(WHOLE, "g/tce", ACCOUNTED, "carbon per tce, input", "单位能耗碳排放（等价值）"),
  NON_FOSSIL_SHARE_CALORIFIC_PPM(
      WHOLE, "ppm", ACCOUNTED, "non-fossil share with trade, calorific", "非化石能源占比（当量值，含交易）"),
  NON_FOSSIL_SHARE_INPUT_PPM(
      WHOLE, "ppm", ACCOUNTED, "non-fossil share with trade, input", "非化石能源占比（等价值，含交易）"),
  PHYSICAL_SHARE_PPM(
      WHOLE, "ppm", ACCOUNTED, "physically attributable share of electricity", "物理可认定非化石电力占比"),

  PART_WHOLE_CHECKED(WHOLE, "checks", ACCOUNTED, "part-of-whole checks made", "已做的部分与整体校核数"),
  PART_WHOLE_BROKEN(WHOLE, "checks", ACCOUNTED, "part-of-whole checks that fail", "未通过的部分与整体校核数"),
  JOURNAL_SIGNED(FLAG, "", ACCOUNTED, "journal's checkpoint is signed and verified", "日志检查点签名有效"),
  CHANGE_LOG_KEPT(FLAG, "", ACCOUNTED, "every change names person, time, reason", "变更均记录人员、时间与原因"),
  CLAIM_STATED(FLAG, "", ACCOUNTED, "a claim was worded for the year", "当年声明文本已拟定"),
  CLAIM_FAULTS(WHOLE, "faults", ACCOUNTED, "faults of the claim's wording", "声明文本缺陷数"),

  VALUE_ADDED_FEN(WHOLE, "fen", DECLARED, "industrial value added", "工业增加值"),
  EFFICIENT_EQUIPMENT_PPM(
      WHOLE, "ppm", DECLARED, "efficient equipment by rated power", "高能效设备占比（按额定功率）"),
  OWN_REMOVALS_KG(WHOLE, "kg", DECLARED, "carbon removed inside the boundary", "边界内碳清除量"),
  PRODUCT_CATEGORIES(WHOLE, "categories", DECLARED, "product categories made", "产品类别数"),
  PRODUCT_CATEGORIES_FOOTPRINTED(
      WHOLE, "categories", DECLARED, "those with a carbon footprint", "已核算碳足迹的产品类别数"),
  SUPPLY_CHAIN_MEASURES(WHOLE, "measures", DECLARED, "of 6 supply-chain measures", "供应链措施数（共6项）"),
  CENTRE_FUNCTIONS(
      WHOLE, "functions", DECLARED, "of 13 energy-carbon functions", "能碳管理中心功能数（共13项）");

  /** Where a fact may come from. */
  public enum Origin {
    /** Only from the program's own figures. */
    ACCOUNTED,
    /** Stated by a person with a document, where the program does not know it. */
    DECLARED
  }

  private final FactType type;
  private final String unit;
  private final Origin origin;
  private final Wording meaning;

  Fact(FactType type, String unit, Origin origin, String english, String chinese) {
    this.type = type;
    this.unit = unit;
    this.origin = origin;
    this.meaning = new Wording(english, chinese);
  }

  /** The name in expressions and requests, such as {@code grid_import_wh}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public FactType type() {
    return type;
  }

  /** Empty for a flag. */
  public String unit() {
    return unit;
  }

  public Origin origin() {
    return origin;
  }

  public Wording meaning() {
    return meaning;
  }

  public static Optional<Fact> ofWord(String word) {
    return Arrays.stream(values()).filter(fact -> fact.word().equals(word)).findFirst();
  }

  /** All words, for messages that say what was expected. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Fact::word).toList();
  }
}
