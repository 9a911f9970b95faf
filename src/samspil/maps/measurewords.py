"""What the measures of the network are called on the map, and what each of them means to a planner."""

from typing import Final

__all__ = ["MEASURE_WORDS"]

# Name of a text to its Danish and English; `samspil.maps.words` takes them in.
MEASURE_WORDS: Final[dict[str, tuple[str, str]]] = {
    "measures": ("Mål for nettet", "Measures of the network"),
    "measures_none": ("Kortet har ingen mål.", "This map has no measures."),
    # what size and colour mean
    "look_size": ("Figurernes størrelse", "Size of the shapes"),
    "look_size_same": ("Ens efter art", "By type only"),
    "look_size_same_means": ("Størrelsen siger intet om nettet.", "The size says nothing about the network."),
    "look_size_degree": ("Antal partnere", "Number of partners"),
    "look_size_degree_means": (
        "Jo større figur, jo flere forskellige partnere.",
        "The larger the shape, the more different partners.",
    ),
    "look_size_weighted_degree": ("Bånd i alt", "Ties in all"),
    "look_size_weighted_degree_means": (
        "Jo større figur, jo flere bånd: to samarbejder med den samme partner er to bånd.",
        "The larger the shape, the more ties: two cooperations with the same partner are two ties.",
    ),
    "look_size_betweenness": ("Mellemled", "Go-between"),
    "look_size_betweenness_means": (
        "Jo større figur, jo oftere ligger aktøren på den korteste vej mellem to andre.",
        "The larger the shape, the more often the actor lies on the shortest path between two others.",
    ),
    "look_size_page_rank": ("Tyngde", "Standing"),
    "look_size_page_rank_means": (
        "Jo større figur, jo flere forbindelser til aktører, der selv har mange (PageRank).",
        "The larger the shape, the more ties to actors who have many themselves (PageRank).",
    ),
    "look_size_closeness": ("Nærhed", "Closeness"),
    "look_size_closeness_means": (
        "Jo større figur, jo færre led er der til alle andre.",
        "The larger the shape, the fewer steps to everybody else.",
    ),
    "look_colour": ("Figurernes farve", "Colour of the shapes"),
    "look_colour_type": ("Efter art", "By type"),
    "look_colour_type_means": ("Farven viser, hvem aktøren er.", "The colour shows who the actor is."),
    "look_colour_community": ("Efter fællesskab", "By community"),
    "look_colour_community_means": (
        "Samme farve: aktører, der samarbejder mere med hinanden end med andre. Grupperne er regnet ud, ikke aftalt.",
        "Same colour: actors who work more with each other than with others. This is computed, not agreed.",
    ),
    "communities": ("Fællesskaber", "Communities"),
    # the whole network
    "overview": ("Hele nettet", "The whole network"),
    "overview_lead": (
        "Målene gælder alle {actors} aktører og {relations} forbindelser, uanset hvad der vises nu.",
        "The measures cover all {actors} actors and {relations} relations, whatever is shown now.",
    ),
    "density": ("Tæthed", "Density"),
    "density_means": (
        "{n} af 100 mulige par af aktører samarbejder.",
        "{n} of every 100 possible pairs of actors work together.",
    ),
    "components": ("Adskilte dele", "Separate parts"),
    "components_means": (
        "Mellem to dele er der ingen vej. Den største har {largest} af {actors} aktører.",
        "Between two parts there is no path. The largest has {largest} of {actors} actors.",
    ),
    "diameter": ("Største afstand", "Largest distance"),
    "diameter_means": (
        "I den største del er der højst {n} led mellem to aktører.",
        "In the largest part any two actors are at most {n} steps apart.",
    ),
    "mean_degree": ("Partnere i snit", "Partners on average"),
    "mean_degree_means": ("En aktør har i snit {n} partnere.", "An actor has {n} partners on average."),
    "brokers": ("Brobyggere", "Brokers"),
    "brokers_means": (
        "De ligger oftest på vejen mellem andre. Uden dem blev afstandene længere.",
        "They lie most often on the path between others. Without them, distances would grow.",
    ),
    # the table
    "ranks": ("Aktørerne efter mål", "The actors by measure"),
    "ranks_hint": ("Tryk på en overskrift for at sortere.", "Press a heading to sort."),
    "show_all_of": ("Vis alle {n}", "Show all {n}"),
    "show_fewer": ("Vis færre", "Show fewer"),
    "measures_mean": ("Hvad målene betyder", "What the measures mean"),
    "measure_degree": ("Partnere", "Partners"),
    "measure_degree_means": (
        "Hvor mange forskellige aktører den arbejder sammen med, direkte eller i et fælles samarbejde.",
        "How many different actors it works with, directly or in a common cooperation.",
    ),
    "measure_weightedDegree": ("Bånd i alt", "Ties in all"),
    "measure_weightedDegree_means": (
        "Partnere, hver talt så mange gange, som de to har samarbejder eller andre forbindelser sammen.",
        "Partners, each counted as many times as the two have cooperations or other relations in common.",
    ),
    "measure_betweenness": ("Mellemled", "Go-between"),
    "measure_betweenness_means": (
        "Hvor stor en del af de korteste veje mellem to andre der går gennem den.",
        "What share of the shortest paths between two others goes through it.",
    ),
    "measure_pageRank": ("Tyngde", "Standing"),
    "measure_pageRank_means": (
        "Hvor ofte man ender hos den, når man går tilfældigt fra partner til partner (PageRank).",
        "How often a random walk from partner to partner comes by it (PageRank).",
    ),
    "measure_closeness": ("Nærhed", "Closeness"),
    "measure_closeness_means": (
        "1 er ét led til alle andre; jo lavere tal, jo længere væk.",
        "1 is one step to everybody else; the lower, the farther away.",
    ),
}
