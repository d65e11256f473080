package io.crowdlake.job.options;

/** Which Iceberg catalog knows the tables. */
public enum CatalogType {
    /** Tables in PostgreSQL or another database. */
    JDBC("org.apache.iceberg.jdbc.JdbcCatalog"),
    /** A service that speaks Iceberg's REST protocol. */
    REST("org.apache.iceberg.rest.RESTCatalog"),
    /** Folders of the warehouse alone; for one writer at a time, such as a test. */
    HADOOP("org.apache.iceberg.hadoop.HadoopCatalog");

    private final String implementation;

    CatalogType(String implementation) {
        this.implementation = implementation;
    }

    /** Iceberg's class for it. */
    public String implementation() {
        return implementation;
    }
}
